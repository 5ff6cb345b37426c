package org.triviumcrm.sales.opportunity;

import jakarta.validation.Validator;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Does what was typed into a form, from how it is kept with a case. */
@Component
class OpportunityAttempts {

    /** What is typed for each. */
    static final Map<Exit, Class<?>> INPUTS = Map.of(
            Exit.REVISE, UpdateOpportunity.class,
            Exit.MOVE, MoveOpportunity.class,
            Exit.REOPEN, MoveOpportunity.class,
            Exit.WIN, WinOpportunity.class,
            Exit.LOSE, LoseOpportunity.class,
            Exit.SUSPEND, SuspendOpportunity.class,
            Exit.TERMINATE, TerminateOpportunity.class,
            Exit.CLOSE, CloseOpportunity.class,
            Exit.PURGE, PurgeOpportunity.class);

    private final OpportunityService opportunities;
    private final OpportunityMoveService moves;
    private final OpportunityLifeService life;
    private final OpportunityArchiveService archive;
    private final JsonMapper json;
    private final Validator validator;

    OpportunityAttempts(
            OpportunityService opportunities,
            OpportunityMoveService moves,
            OpportunityLifeService life,
            OpportunityArchiveService archive,
            JsonMapper json,
            Validator validator) {
        this.opportunities = opportunities;
        this.moves = moves;
        this.life = life;
        this.archive = archive;
        this.json = json;
        this.validator = validator;
    }

    /** @throws NotFound when there is no such action */
    Exit exit(ApprovedAction action) {
        try {
            return Exit.valueOf(action.kind());
        } catch (IllegalArgumentException unknown) {
            throw new NotFound();
        }
    }

    /**
     * What was typed; an empty map where there is nothing to type.
     *
     * @throws NotFound when it can't be read, or no form would have let it pass
     */
    Object input(ApprovedAction action) {
        Class<?> type = INPUTS.get(exit(action));
        if (type == null) {
            return Map.of();
        }
        try {
            Object input = json.readValue(action.json(), type);
            var wrong = validator.validate(input);
            if (!wrong.isEmpty()) {
                throw new NotFound();
            }
            return input;
        } catch (JacksonException unreadable) {
            throw new NotFound();
        }
    }

    /**
     * The same about the record of now: while it waited it was locked, so that another version is one of the free columns.
     */
    ApprovedAction refreshed(ApprovedAction action, int version) {
        return exit(action) == Exit.REVISE
                ? new ApprovedAction(
                        action.kind(), json.writeValueAsString(((UpdateOpportunity) input(action)).at(version)))
                : action;
    }

    void perform(Viewer viewer, long id, ApprovedAction action) {
        perform(viewer, id, exit(action), input(action));
    }

    private void perform(Viewer viewer, long id, Exit exit, Object input) {
        switch (exit) {
            case REVISE -> opportunities.update(viewer, id, (UpdateOpportunity) input);
            case MOVE -> moves.move(viewer, id, (MoveOpportunity) input);
            case STAY -> moves.stay(viewer, id);
            case REOPEN -> moves.reopen(viewer, id, (MoveOpportunity) input);
            case WIN -> moves.win(viewer, id, (WinOpportunity) input);
            case LOSE -> moves.lose(viewer, id, (LoseOpportunity) input);
            case SUSPEND -> life.suspend(viewer, id, (SuspendOpportunity) input);
            case REACTIVATE -> life.reactivate(viewer, id);
            case TERMINATE -> moves.terminate(viewer, id, (TerminateOpportunity) input);
            case CLOSE -> life.close(viewer, id, (CloseOpportunity) input);
            case ARCHIVE -> archive.archive(viewer, id);
            case PURGE -> archive.purge(viewer, id, (PurgeOpportunity) input);
            default -> throw new NotFound();
        }
    }
}
