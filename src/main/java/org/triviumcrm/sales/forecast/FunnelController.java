package org.triviumcrm.sales.forecast;

import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The funnel with its forecast. */
@Controller
class FunnelController {

    private final FunnelService funnels;
    private final ShortfallService shortfalls;
    private final Format format;
    private final JsonMapper json;

    FunnelController(FunnelService funnels, ShortfallService shortfalls, Format format, JsonMapper json) {
        this.funnels = funnels;
        this.shortfalls = shortfalls;
        this.format = format;
        this.json = json;
    }

    @GetMapping("/sales/funnel")
    String page(@ModelAttribute("asked") FunnelFilter asked, Viewer viewer, Model model) {
        FunnelPage page = funnels.page(viewer, asked);
        model.addAttribute("funnel", page);
        model.addAttribute("shortfalls", shortfalls.of(viewer, page));
        model.addAttribute("pipelines", funnels.pipelines(viewer));
        model.addAttribute("teams", funnels.teams(viewer));
        model.addAttribute("funnelChart", json.writeValueAsString(page.funnelChart()));
        model.addAttribute(
                "monthChart",
                json.writeValueAsString(
                        page.monthChart(IntStream.range(0, page.byMonth().size())
                                .mapToObj(ahead -> format.month(page.month(ahead)))
                                .toList())));
        return "sales/forecast/funnel";
    }
}
