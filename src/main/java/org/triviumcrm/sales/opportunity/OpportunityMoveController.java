package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;

/** Moves between open stages, from the board and from the record. */
@Controller
class OpportunityMoveController {

    private final OpportunityMoveService moves;
    private final OpportunityService opportunities;
    private final OpportunityForms forms;

    OpportunityMoveController(OpportunityMoveService moves, OpportunityService opportunities, OpportunityForms forms) {
        this.moves = moves;
        this.opportunities = opportunities;
        this.forms = forms;
    }

    /** The stages to choose from, in a dialog; {@code from=board} leads back there. */
    @GetMapping("/sales/opportunities/{id:\\d+}/move")
    String choose(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        model.addAttribute("opportunity", page);
        model.addAttribute("stages", forms.stages(viewer, page.pipelineId()));
        model.addAttribute("from", from);
        return Part.of(htmx, "sales/opportunity/move");
    }

    @CanEditOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/move")
    String move(
            @PathVariable long id,
            @Valid @ModelAttribute MoveOpportunity input,
            @RequestParam(required = false) @Nullable String from,
            Viewer viewer,
            RedirectAttributes flash) {
        moves.move(viewer, id, input);
        flash.addFlashAttribute("notice", "sales.opportunity.moved");
        return "board".equals(from) ? "redirect:/sales/board" : "redirect:/sales/opportunities/" + id;
    }

    /** From the board: the page stays, its columns ask for their new content themselves. */
    @CanEditOpportunities
    @PostMapping(path = "/sales/opportunities/{id:\\d+}/move", headers = "HX-Request")
    ResponseEntity<Void> moveOnBoard(
            @PathVariable long id, @Valid @ModelAttribute MoveOpportunity input, Viewer viewer) {
        moves.move(viewer, id, input);
        return ResponseEntity.noContent().build();
    }

    @CanCloseOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/reopening")
    String reopen(
            @PathVariable long id,
            @Valid @ModelAttribute MoveOpportunity input,
            Viewer viewer,
            RedirectAttributes flash) {
        moves.reopen(viewer, id, input);
        flash.addFlashAttribute("notice", "sales.opportunity.reopened");
        return "redirect:/sales/opportunities/" + id;
    }
}
