package counterexample.layer;

/** An implementation named after nothing but being one. */
public class GreetingServiceImpl {

    long now() {
        return System.currentTimeMillis();
    }
}
