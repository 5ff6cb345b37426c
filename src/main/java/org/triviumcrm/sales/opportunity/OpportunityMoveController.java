package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.BoardAnswers;
import org.triviumcrm.shared.web.Rejected;

/** Moves between open stages, from the board and from the record; with the form for what a stage asks. */
@Controller
class OpportunityMoveController {

    private final OpportunityMoveService moves;
    private final OpportunityService opportunities;
    private final MoveForms forms;
    private final ReturnedActions returned;
    private final BoardAnswers answers;

    OpportunityMoveController(
            OpportunityMoveService moves,
            OpportunityService opportunities,
            MoveForms forms,
            ReturnedActions returned,
            BoardAnswers answers) {
        this.moves = moves;
        this.opportunities = opportunities;
        this.forms = forms;
        this.returned = returned;
        this.answers = answers;
    }

    /** The stages to choose from, in a dialog; with a stage what that asks for. {@code from=board} leads back there. */
    @GetMapping("/sales/opportunities/{id:\\d+}/move")
    String choose(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long stageId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "false") boolean again,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        if (stageId == null) {
            return forms.choice(viewer, model, page, from, htmx);
        }
        MoveOpportunity move = returned.or(viewer, id, again, MoveOpportunity.class, forms.blank(page, stageId));
        model.addAttribute("move", move);
        return forms.asking(viewer, model, page, move, from, htmx);
    }

    /** On the board the page stays: its columns ask for their new content themselves, a form opens in the dialog. */
    @CanEditOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/move")
    Object move(
            @PathVariable long id,
            @Valid @ModelAttribute("move") MoveOpportunity move,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "false") boolean filled,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                moves.move(viewer, id, move);
                if (htmx.isHtmxRequest()) {
                    return filled
                            ? answers.moved("sales.opportunity.moved", id, page.stageId(), move.stageId())
                            : answers.moved();
                }
                flash.addFlashAttribute("notice", "sales.opportunity.moved");
                return "board".equals(from) ? "redirect:/sales/board" : "redirect:/sales/opportunities/" + id;
            } catch (StageAsks asks) {
                if (!filled && htmx.isHtmxRequest()) {
                    return answers.asks("/sales/opportunities/" + id + "/move?from=board&stageId=" + move.stageId());
                }
                forms.say(asks, filled, errors);
            } catch (NoRate e) {
                forms.noRate(page, move, errors);
            }
        }
        return Rejected.with(
                errors.hasFieldErrors("stageId")
                        ? forms.choice(viewer, model, page, from, htmx)
                        : forms.asking(viewer, model, page, move, from, htmx));
    }

    @CanCloseOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/reopening")
    String reopen(
            @PathVariable long id,
            @Valid @ModelAttribute("move") MoveOpportunity move,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean filled,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                moves.reopen(viewer, id, move);
                flash.addFlashAttribute("notice", "sales.opportunity.reopened");
                return "redirect:/sales/opportunities/" + id;
            } catch (StageAsks asks) {
                forms.say(asks, filled, errors);
            } catch (NoRate e) {
                forms.noRate(page, move, errors);
            }
        }
        return Rejected.with(
                errors.hasFieldErrors("stageId")
                        ? forms.choice(viewer, model, page, null, htmx)
                        : forms.asking(viewer, model, page, move, null, htmx));
    }
}
