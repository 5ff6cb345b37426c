package org.triviumcrm.identity.bulk;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.MatchingRows;
import tools.jackson.databind.json.JsonMapper;

/** Transfers that are part of something greater, such as the hand-over when a person leaves; whoever begins one works it off. */
@Component
public class BulkTransfers {

    private final BulkRunRepository runs;
    private final BulkRunner runner;
    private final People people;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkTransfers(
            BulkRunRepository runs,
            BulkRunner runner,
            People people,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.runner = runner;
        this.people = people;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Notes what is to go to whom, in the caller's transaction; gives the id of the run. */
    public long begin(Viewer viewer, String type, MatchingRows rows, long ownerId) {
        String input = json.writeValueAsString(new TransferInput(ownerId));
        String owner = people.find(ownerId).map(PersonRef::name).orElse(null);
        return runs.create(type, TransferAction.KEY, input, owner, rows, viewer.personId(), clock.instant())
                .id();
    }

    /** Works off what is left of it, a thousand records a transaction. */
    public void run(long runId) {
        runner.run(runId);
    }

    /** Whether all of it has been worked off. */
    public boolean isDone(long runId) {
        return runs.find(runId).filter(run -> run.state() == BulkState.DONE).isPresent();
    }

    /** Takes back what the receiver still has. */
    public void takeBack(long runId) {
        transaction.executeWithoutResult(status -> {
            boolean done = runs.lock(runId)
                    .filter(run -> run.mayBeUndone(clock.instant()))
                    .isPresent();
            if (done) {
                runs.move(runId, BulkState.UNDOING, clock.instant());
            }
        });
        runner.run(runId);
    }
}
