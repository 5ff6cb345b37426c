package counterexample.layer;

/** Changes an opportunity behind its back. */
public class Meddler {

    void meddle(LooseOpportunity opportunity) {
        opportunity.part().end();
    }
}
