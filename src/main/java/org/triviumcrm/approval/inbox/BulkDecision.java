package org.triviumcrm.approval.inbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;

/** One decision on several cases, each in a transaction of its own: what one refuses keeps none of the others back. */
@Service
class BulkDecision {

    private static final Logger LOG = LoggerFactory.getLogger(BulkDecision.class);

    private final ChosenTaskRepository tasks;
    private final DecisionService decisions;
    private final ListSelection lists;

    BulkDecision(ChosenTaskRepository tasks, DecisionService decisions, ListSelection lists) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.lists = lists;
    }

    /** What still waits for the viewer of what was chosen, {@value DecideMany#MOST} at most. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<ChosenTask> chosen(Viewer viewer, DecideMany input) {
        MatchingRows rows = input.isAll()
                ? lists.all(InboxLists.TODO, viewer, input.getQuery())
                : lists.ticked(InboxLists.TODO, viewer, input.getIds());
        return tasks.find(rows, DecideMany.MOST);
    }

    /** Decides them one after the other. */
    @SignedIn
    @Transactional(propagation = Propagation.NEVER)
    public DecisionResult decide(Viewer viewer, List<ChosenTask> chosen, DecideMany input) {
        Decide decision = new Decide(input.isApprove(), input.saysNothing() ? null : input.getComment());
        List<DecisionResult.Outcome> outcomes = new ArrayList<>();
        for (ChosenTask task : chosen) {
            outcomes.add(new DecisionResult.Outcome(task, refusal(viewer, task, decision)));
        }
        long asked = input.getIds().stream().distinct().count();
        return new DecisionResult(
                input.isApprove(), outcomes, input.isAll() ? 0 : Math.max(0, (int) asked - chosen.size()));
    }

    private @Nullable String refusal(Viewer viewer, ChosenTask task, Decide decision) {
        try {
            decisions.decide(viewer, task.id(), decision);
            return null;
        } catch (Refusal e) {
            return e.key();
        } catch (NotFound e) {
            return "approval.bulk.gone";
        } catch (RuntimeException e) {
            LOG.error("Task {} of case {} could not be decided", task.id(), task.caseId(), e);
            return "approval.bulk.failed";
        }
    }
}
