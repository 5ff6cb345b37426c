package org.triviumcrm.sales.positioning;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.triviumcrm.sales.competitor.Competitor;
import org.triviumcrm.sales.competitor.CompetitorService;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** Where an offer stands and stood, and why one thinks so. */
@Controller
class MarketPlacementController {

    private static final String OFFERS = "/sales/positioning/offers/";

    private final PositioningService positions;
    private final PositioningTexts texts;
    private final CompetitorService competitors;
    private final Format format;

    MarketPlacementController(
            PositioningService positions, PositioningTexts texts, CompetitorService competitors, Format format) {
        this.positions = positions;
        this.texts = texts;
        this.competitors = competitors;
        this.format = format;
    }

    @GetMapping(OFFERS + "{id:\\d+}")
    String show(
            @PathVariable long id, @RequestParam(required = false) @Nullable Long axis, Viewer viewer, Model model) {
        model.addAttribute("input", PlaceOffer.on(format.today(), axis));
        return page(viewer, model, id);
    }

    @CanEditPositioning
    @PostMapping(OFFERS + "{id:\\d+}/placements")
    String place(
            @PathVariable long id,
            @Valid @ModelAttribute("input") PlaceOffer input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        positions.place(viewer, id, input);
        flash.addFlashAttribute("notice", "sales.position.placed");
        return "redirect:" + OFFERS + id;
    }

    @PostMapping("/sales/positioning/placements/{placementId:\\d+}/removal")
    String remove(@PathVariable long placementId, Viewer viewer, RedirectAttributes flash) {
        long offer = positions.remove(viewer, placementId);
        flash.addFlashAttribute("notice", "sales.position.removed");
        return "redirect:" + OFFERS + offer;
    }

    private boolean isRefused(Viewer viewer, PlaceOffer input, BindingResult errors) {
        MarketAxis axis = positions.axes(viewer).stream()
                .filter(one -> one.getId() == input.axis())
                .findFirst()
                .orElse(null);
        if (axis == null) {
            errors.rejectValue("axisId", "sales.position.error.whichAxis");
        } else if (!input.fits(axis)) {
            errors.rejectValue("value", "sales.position.error.rating");
        }
        if (input.day().isAfter(format.today())) {
            errors.rejectValue("placedOn", "sales.position.error.future");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        MarketOffer offer = positions.offer(viewer, id);
        List<MarketAxis> axes = positions.axes(viewer);
        List<Placed> placed = positions.placements(viewer, id);
        LocalDate today = format.today();
        model.addAttribute("offer", offer);
        model.addAttribute(
                "competitor",
                competitors.choices(viewer, offer.getCompetitorId()).stream()
                        .filter(one -> Objects.equals(one.getId(), offer.getCompetitorId()))
                        .map(Competitor::getName)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("placed", placed);
        model.addAttribute("now", now(placed, today));
        model.addAttribute("names", axes.stream().collect(Collectors.toMap(MarketAxis::getId, texts::unitOf)));
        model.addAttribute(
                "axes", texts.options(axes.stream().filter(MarketAxis::isActive).toList()));
        return "sales/positioning/offer";
    }

    /** What holds on each axis. */
    private static List<Placed> now(List<Placed> latestFirst, LocalDate today) {
        Map<Long, Placed> now = new LinkedHashMap<>();
        latestFirst.stream()
                .filter(one -> !one.placedOn().isAfter(today))
                .forEach(one -> now.putIfAbsent(one.axisId(), one));
        return List.copyOf(now.values());
    }
}
