package org.triviumcrm.sales.opportunity;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.MoveVerdict;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageRuleService;
import org.triviumcrm.sales.pipeline.StageRules;

/** Holds every step into a stage against the rules of its pipeline. The life of the opportunity is asked before, approvals after. */
@Component
class StageGate {

    private final StageRuleService rules;

    StageGate(StageRuleService rules) {
        this.rules = rules;
    }

    /**
     * From where it is to another stage of its pipeline.
     *
     * @param from the stage it comes from; where it was when it was decided, on reopening
     * @return what the stage asks for
     * @throws IllegalMove when no such move is allowed
     * @throws StageAsks when the stage asks for more, or the way back for a reason
     */
    Set<StageField> pass(
            Viewer viewer, Opportunity opportunity, long from, Stage to, StageAnswers said, @Nullable String reason) {
        return pass(rules.of(viewer, to.getPipelineId()), opportunity, from, to, said, reason);
    }

    /** The rules of a pipeline, for many opportunities. */
    StageRules rules(Viewer viewer, long pipelineId) {
        return rules.of(viewer, pipelineId);
    }

    /** The same with the rules of the stage's pipeline. */
    Set<StageField> pass(
            StageRules own, Opportunity opportunity, long from, Stage to, StageAnswers said, @Nullable String reason) {
        if (to.getPipelineId() != opportunity.getPipelineId()) {
            throw new IllegalMove("sales.opportunity.error.stage");
        }
        MoveVerdict verdict = own.has(from) ? own.verdict(from, to.getId()) : own.beginning(to.getId());
        if (verdict.isRefused()) {
            throw new IllegalMove(verdict.messageKey());
        }
        Set<StageField> missing = own.missing(
                to.getId(),
                field -> said.answers(field) || opportunity.particulars().knows(field));
        boolean silent = verdict == MoveVerdict.REASON && (reason == null || reason.isBlank());
        if (silent || !missing.isEmpty()) {
            throw new StageAsks(to.getName(), missing, silent);
        }
        return own.asked(to.getId());
    }

    /**
     * Of a new one.
     *
     * @throws IllegalMove when none begins there
     * @throws StageAsks when the stage asks for more
     */
    void begin(Viewer viewer, Stage stage, OpportunityInput said) {
        StageRules own = rules.of(viewer, stage.getPipelineId());
        MoveVerdict verdict = own.beginning(stage.getId());
        if (stage.isOpen() && verdict.isRefused()) {
            throw new IllegalMove(verdict.messageKey());
        }
        Set<StageField> missing = own.missing(stage.getId(), said::answers);
        if (!missing.isEmpty()) {
            throw new StageAsks(stage.getName(), missing, false);
        }
    }

    /**
     * Of an edit where it stays.
     *
     * @throws StageAsks when it takes away what its stage asks for
     */
    void keep(Viewer viewer, Opportunity opportunity, OpportunityInput said) {
        boolean nothing = Arrays.stream(StageField.values())
                .noneMatch(field -> opportunity.particulars().knows(field) && !said.answers(field));
        if (nothing) {
            return;
        }
        StageRules own = rules.of(viewer, opportunity.getPipelineId());
        Set<StageField> emptied =
                own.emptied(opportunity.getStageId(), opportunity.particulars()::knows, said::answers);
        if (!emptied.isEmpty()) {
            throw new StageAsks(own.name(opportunity.getStageId()), emptied, false);
        }
    }
}
