package org.triviumcrm.sales.opportunity;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Attempt;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.OpportunityFacts;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;

/** Has forms say beforehand which approval that needs which they are about to do: {@code foretold} of the page. */
@Component
class ForetoldApprovals {

    private static final Set<StageField> ANY = EnumSet.allOf(StageField.class);

    private final OpportunityReadService readings;
    private final OpportunityOutcomes outcomes;

    ForetoldApprovals(OpportunityReadService readings, OpportunityOutcomes outcomes) {
        this.readings = readings;
        this.outcomes = outcomes;
    }

    /** For what leaves the facts as they are. */
    void tell(Viewer viewer, Model model, OpportunityPage page, Exit exit) {
        tell(viewer, model, page, exit, null, UnaryOperator.identity());
    }

    /** For winning with what stands in the form. */
    void winning(Viewer viewer, Model model, OpportunityPage page, WinOpportunity said) {
        tell(viewer, model, page, Exit.WIN, null, outcomes.won(viewer, said, ANY));
    }

    /** For a move, or a reopening, with what stands in the form. */
    void moving(Viewer viewer, Model model, OpportunityPage page, Stage to, StageAnswers said) {
        Exit exit = page.isDecided() ? Exit.REOPEN : Exit.MOVE;
        tell(viewer, model, page, exit, to.getId(), outcomes.moved(viewer, to, said, ANY));
    }

    /** For the choice of a stage: {@code flows} of the page, by the id of the stage. */
    void choosing(Viewer viewer, Model model, OpportunityPage page, List<PathStep> path) {
        List<Attempt> moves = path.stream()
                .filter(step -> step.is("STRAIGHT") || step.is("ASKS"))
                .map(PathStep::stage)
                .map(to -> attempt(page, Exit.MOVE, to.getId(), now -> now.in(to.getId(), to.getProbability())))
                .toList();
        model.addAttribute("flows", page.isOpen() ? readings.flows(viewer, moves) : Map.of());
    }

    private void tell(
            Viewer viewer,
            Model model,
            OpportunityPage page,
            Exit exit,
            @Nullable Long target,
            UnaryOperator<OpportunityFacts> change) {
        try {
            readings.foretell(viewer, attempt(page, exit, target, change))
                    .ifPresent(foretold -> model.addAttribute("foretold", foretold));
        } catch (NoRate notConverted) {
            // the form says so itself when it is sent
        }
    }

    private static Attempt attempt(
            OpportunityPage page, Exit exit, @Nullable Long target, UnaryOperator<OpportunityFacts> change) {
        return new Attempt(exit, page.id(), page.approvalCaseId(), target, Map.of(), change);
    }
}
