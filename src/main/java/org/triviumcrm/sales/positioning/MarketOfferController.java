package org.triviumcrm.sales.positioning;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.competitor.CompetitorService;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** Offers of the market, with the form for a new one below. */
@Controller
class MarketOfferController {

    private static final String PATH = "/sales/positioning/offers";

    private final PositioningService positions;
    private final CompetitorService competitors;
    private final EditConflicts conflicts;

    MarketOfferController(PositioningService positions, CompetitorService competitors, EditConflicts conflicts) {
        this.positions = positions;
        this.competitors = competitors;
        this.conflicts = conflicts;
    }

    @CanEditPositioning
    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        return page(viewer, model, 0, SaveOffer.empty());
    }

    @CanEditPositioning
    @PostMapping(PATH)
    String create(
            @Valid @ModelAttribute("input") SaveOffer input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0, input));
        }
        long id = positions.create(viewer, input);
        flash.addFlashAttribute("notice", "sales.position.offer.created");
        return "redirect:" + PATH + "/" + id;
    }

    @CanEditPositioning
    @GetMapping(PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return page(viewer, model, id, SaveOffer.of(positions.offer(viewer, id)));
    }

    @CanEditPositioning
    @PostMapping(PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveOffer input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id, input));
        }
        try {
            positions.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            MarketOffer saved = positions.offer(viewer, id);
            return conflicts.show(
                    model,
                    "market_offer",
                    id,
                    saved.getVersion(),
                    SaveOffer.of(saved),
                    input,
                    page(viewer, model, id, input));
        }
        flash.addFlashAttribute("notice", "sales.position.offer.saved");
        return "redirect:" + PATH + "/" + id;
    }

    /** A competitor that is there, and retired at most if it was named before. */
    private boolean isRefused(Viewer viewer, SaveOffer input, long id, BindingResult errors) {
        Long competitor = input.competitorId();
        Long before = id == 0 ? null : positions.offer(viewer, id).getCompetitorId();
        if (competitor != null
                && competitors.choices(viewer, before).stream().noneMatch(one -> one.getId() == competitor)) {
            errors.rejectValue("competitorId", "sales.position.error.competitor");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id, SaveOffer input) {
        model.addAttribute("input", input);
        model.addAttribute("id", id);
        model.addAttribute("offers", positions.offers(viewer));
        model.addAttribute(
                "competitors",
                competitors.choices(viewer, input.competitorId()).stream()
                        .map(one -> new Option(one.getId(), one.getName()))
                        .toList());
        return "sales/positioning/offers";
    }
}
