package org.triviumcrm.sales.positioning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** The market as a map. */
@Controller
class PositioningController {

    private final PositioningService positions;
    private final PositioningChart chart;
    private final PositioningTexts texts;

    PositioningController(PositioningService positions, PositioningChart chart, PositioningTexts texts) {
        this.positions = positions;
        this.chart = chart;
        this.texts = texts;
    }

    /** @param on as of this day; what is no date is today */
    @GetMapping("/sales/positioning")
    String show(
            @RequestParam(required = false) @Nullable Long x,
            @RequestParam(required = false) @Nullable Long y,
            @RequestParam(required = false) @Nullable String on,
            Viewer viewer,
            Model model) {
        model.addAttribute(
                "axes",
                texts.options(positions.axes(viewer).stream()
                        .filter(MarketAxis::isActive)
                        .toList()));
        model.addAttribute("map", null);
        positions.map(viewer, x, y, day(on)).ifPresent(map -> {
            model.addAttribute("map", map);
            model.addAttribute("xName", texts.unitOf(map.x()));
            model.addAttribute("yName", texts.unitOf(map.y()));
            model.addAttribute("chart", chart.of(map));
        });
        return "sales/positioning/map";
    }

    private static @Nullable LocalDate day(@Nullable String on) {
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
