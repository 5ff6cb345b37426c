package counterexample.layer;

import org.flowable.engine.ProcessEngine;

/** Goes past the one package that knows the engine. */
public class EagerService {

    String name(ProcessEngine engine) {
        return engine.getName();
    }
}
