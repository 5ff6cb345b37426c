package counterexample.layer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.triviumcrm.sales.exit.Passage;

/** Moves with a passage, yet ends without one. */
@Entity
public class LooseOpportunity {

    /** Where it is. */
    @Embeddable
    public static class Part {

        private String state = "OPEN";

        void end() {
            state = "LOST";
        }

        String state() {
            return state;
        }
    }

    @Id
    private Long id;

    private long stageId;

    @Embedded
    private Part part = new Part();

    void moveTo(Passage passage, long stage) {
        passage.require(id);
        stageId = stage;
    }

    void lose() {
        part.end();
    }

    public long getStageId() {
        return stageId;
    }

    Part part() {
        return part;
    }
}
