package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Part;

/** The dialogs of a move: where to, and what the stage asks for. */
@Component
class MoveForms {

    private final OpportunityForms forms;
    private final OpportunityMoveService moves;
    private final StagePath path;
    private final ForetoldApprovals approvals;
    private final OpportunityReadService readings;

    MoveForms(
            OpportunityForms forms,
            OpportunityMoveService moves,
            StagePath path,
            ForetoldApprovals approvals,
            OpportunityReadService readings) {
        this.forms = forms;
        this.moves = moves;
        this.path = path;
        this.approvals = approvals;
        this.readings = readings;
    }

    /** The stages to choose from. */
    String choice(Viewer viewer, Model model, OpportunityPage page, @Nullable String from, HtmxRequest htmx) {
        model.addAttribute("opportunity", page);
        List<PathStep> steps = path.of(viewer, page);
        model.addAttribute("path", steps);
        approvals.choosing(viewer, model, page, steps);
        model.addAttribute("from", from);
        return Part.of(htmx, "sales/opportunity/move");
    }

    MoveOpportunity blank(OpportunityPage page, long stageId) {
        return new MoveOpportunity(stageId, null, null, page.currency(), null, null, null, null, null, null, null);
    }

    /** @throws NotFound when the stage is not an open one of its pipeline */
    String asking(
            Viewer viewer,
            Model model,
            OpportunityPage page,
            MoveOpportunity move,
            @Nullable String from,
            HtmxRequest htmx) {
        Stage stage = forms.stages(viewer, page.pipelineId()).stream()
                .filter(one -> one.isOpen() && one.getId() == move.stageId())
                .findFirst()
                .orElseThrow(NotFound::new);
        long left =
                page.isOpen() ? page.stageId() : moves.left(viewer, page.id()).orElse(stage.getId());
        model.addAttribute("opportunity", page);
        model.addAttribute("stage", stage);
        model.addAttribute("step", page.isDecided() ? "reopening" : "move");
        model.addAttribute("fixedShares", page.isDecided() && readings.hasFixedShares(viewer, page.id()));
        model.addAttribute("from", from);
        model.addAttribute("onBoard", "board".equals(from) && htmx.isHtmxRequest());
        model.addAttribute("reasonAsked", path.needsReason(viewer, page, left, stage.getId()));
        ask(viewer, model, path.missing(viewer, page, stage.getId()), move);
        approvals.moving(viewer, model, page, stage, move);
        return Part.of(htmx, "sales/opportunity/asked");
    }

    /** The fields that a form asks for, and what is chosen in them. */
    void ask(Viewer viewer, Model model, Set<StageField> missing, StageAnswers said) {
        model.addAttribute("fields", missing);
        model.addAttribute("asked", missing.stream().map(StageField::property).collect(Collectors.toSet()));
        if (!missing.isEmpty()) {
            forms.fill(viewer, model, said);
        }
    }

    /** A form that nobody has seen yet only asks. */
    void say(StageAsks asks, boolean filled, BindingResult errors) {
        if (filled) {
            asks.into(errors);
        }
    }

    void noRate(OpportunityPage page, MoveOpportunity move, BindingResult errors) {
        String currency = Objects.requireNonNullElse(move.currency(), page.currency());
        errors.rejectValue("amount", "sales.error.noRate", new Object[] {currency}, null);
    }
}
