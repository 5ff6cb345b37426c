package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
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
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Into the archive, out of it, and away for good; and the list of what went that way. */
@Controller
class OpportunityArchiveController {

    private final OpportunityService opportunities;
    private final OpportunityArchiveService archive;
    private final ForetoldApprovals approvals;

    OpportunityArchiveController(
            OpportunityService opportunities, OpportunityArchiveService archive, ForetoldApprovals approvals) {
        this.opportunities = opportunities;
        this.archive = archive;
        this.approvals = approvals;
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/archiving")
    String archive(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        archive.archive(viewer, id);
        flash.addFlashAttribute("notice", "sales.opportunity.archived");
        return "redirect:/sales/opportunities/" + id;
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/unarchiving")
    String unarchive(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        archive.unarchive(viewer, id);
        flash.addFlashAttribute("notice", "sales.opportunity.unarchived");
        return "redirect:/sales/opportunities/" + id;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/purge")
    String purging(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("purge", new PurgeOpportunity(""));
        return Part.of(htmx, form(opportunities.page(viewer, id).free(), viewer, model));
    }

    @CanPurgeOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/purge")
    String purge(
            @PathVariable long id,
            @Valid @ModelAttribute("purge") PurgeOpportunity purge,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String form = form(opportunities.page(viewer, id), viewer, model);
        if (!errors.hasErrors()) {
            try {
                archive.purge(viewer, id, purge);
                flash.addFlashAttribute("notice", "sales.opportunity.purged");
                return "redirect:/administration/purges";
            } catch (IllegalMove e) {
                errors.reject(e.key());
            }
        }
        return Rejected.with(Part.of(htmx, form));
    }

    @GetMapping("/administration/purges")
    String purged(@RequestParam(required = false) @Nullable Long before, Viewer viewer, Model model) {
        List<Purge> found = archive.purged(viewer, before);
        boolean more = found.size() > OpportunityArchiveService.PAGE;
        List<Purge> shown = more ? found.subList(0, OpportunityArchiveService.PAGE) : found;
        model.addAttribute("purges", shown);
        model.addAttribute("older", more ? shown.get(shown.size() - 1).id() : null);
        model.addAttribute("first", before == null);
        return "sales/opportunity/purges";
    }

    private String form(OpportunityPage page, Viewer viewer, Model model) {
        model.addAttribute("opportunity", page);
        model.addAttribute("leaving", archive.leaving(viewer, page.id()));
        model.addAttribute("people", archive.people(viewer, page.id()));
        approvals.tell(viewer, model, page, Exit.PURGE);
        return "sales/opportunity/purge";
    }
}
