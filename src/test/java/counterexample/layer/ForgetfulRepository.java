package counterexample.layer;

/** Calls back up to the service. */
public class ForgetfulRepository {

    void read() {
        new ChattyService(null).answer(null);
    }
}
