package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.triviumcrm.sales.lostreason.LostReasonService;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Winning and losing, each with what has to be said about it; {@code from=board} leads back there. */
@Controller
class OpportunityClosingController {

    private final OpportunityService opportunities;
    private final OpportunityMoveService moves;
    private final LostReasonService reasons;
    private final Format format;

    OpportunityClosingController(
            OpportunityService opportunities, OpportunityMoveService moves, LostReasonService reasons, Format format) {
        this.opportunities = opportunities;
        this.moves = moves;
        this.reasons = reasons;
        this.format = format;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/win")
    String winning(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        BigDecimal amount = page.amount() == null ? BigDecimal.ZERO : page.amount();
        model.addAttribute("win", new WinOpportunity(amount, format.today(), null));
        return Part.of(htmx, form(model, page, from, "win"));
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/win")
    String win(
            @PathVariable long id,
            @Valid @ModelAttribute("win") WinOpportunity win,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                moves.win(viewer, id, win);
                return done(id, from, flash, "sales.opportunity.won");
            } catch (NoRate e) {
                errors.rejectValue("closedOn", "sales.error.noRateThen");
            } catch (IllegalMove e) {
                errors.reject(e.messageKey());
            }
        }
        return Rejected.with(form(model, opportunities.page(viewer, id), from, "win"));
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/loss")
    String losing(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        model.addAttribute("loss", new EmptyLoss(null, format.today(), null));
        model.addAttribute("reasons", reasonOptions(viewer));
        return Part.of(htmx, form(model, opportunities.page(viewer, id), from, "loss"));
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/loss")
    String lose(
            @PathVariable long id,
            @Valid @ModelAttribute("loss") LoseOpportunity loss,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                moves.lose(viewer, id, loss);
                return done(id, from, flash, "sales.opportunity.lost");
            } catch (IllegalMove e) {
                errors.reject(e.messageKey());
            }
        }
        model.addAttribute("reasons", reasonOptions(viewer));
        return Rejected.with(form(model, opportunities.page(viewer, id), from, "loss"));
    }

    private List<Option> reasonOptions(Viewer viewer) {
        return reasons.choices(viewer).stream()
                .map(reason -> new Option(reason.getId(), reason.getName()))
                .toList();
    }

    private static String form(Model model, OpportunityPage page, @Nullable String from, String view) {
        model.addAttribute("opportunity", page);
        model.addAttribute("from", from);
        return "sales/opportunity/" + view;
    }

    private static String done(long id, @Nullable String from, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "board".equals(from) ? "redirect:/sales/board" : "redirect:/sales/opportunities/" + id;
    }

    /** The form before anything was chosen. */
    record EmptyLoss(
            @Nullable Long reasonId,
            LocalDate closedOn,
            @Nullable String note) {}
}
