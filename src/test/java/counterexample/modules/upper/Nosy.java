package counterexample.modules.upper;

import counterexample.modules.lower.inside.Hidden;

public class Nosy {

    public Hidden looksBehindTheRootOfAnother() {
        return new Hidden();
    }
}
