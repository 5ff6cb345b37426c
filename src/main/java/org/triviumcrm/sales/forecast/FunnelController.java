package org.triviumcrm.sales.forecast;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The funnel with its forecast, and the form of its target. */
@Controller
class FunnelController {

    private final FunnelService funnels;
    private final Format format;
    private final JsonMapper json;

    FunnelController(FunnelService funnels, Format format, JsonMapper json) {
        this.funnels = funnels;
        this.format = format;
        this.json = json;
    }

    @GetMapping("/sales/funnel")
    String page(@ModelAttribute("asked") FunnelFilter asked, Viewer viewer, Model model) {
        FunnelPage page = show(asked, viewer, model);
        model.addAttribute(
                "input", new SetTarget(page.filter().pipeline(), page.filter().team(), page.target()));
        return "sales/forecast/funnel";
    }

    @CanManageTargets
    @PostMapping("/sales/funnel/target")
    Object setTarget(
            @Valid @ModelAttribute("input") SetTarget input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            show(new FunnelFilter(input.pipeline(), input.team(), null), viewer, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "sales/forecast/funnel";
        }
        funnels.setTarget(viewer, input);
        flash.addFlashAttribute("notice", "sales.funnel.target.saved");
        flash.addAttribute("pipeline", input.pipeline());
        flash.addAttribute("team", input.team() == null ? "" : input.team());
        RedirectView redirect = new RedirectView("/sales/funnel", true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private FunnelPage show(FunnelFilter asked, Viewer viewer, Model model) {
        FunnelPage page = funnels.page(viewer, asked);
        model.addAttribute("funnel", page);
        model.addAttribute("pipelines", funnels.pipelines(viewer));
        model.addAttribute("teams", funnels.teams(viewer));
        model.addAttribute("funnelChart", json.writeValueAsString(page.funnelChart()));
        model.addAttribute(
                "monthChart",
                json.writeValueAsString(
                        page.monthChart(IntStream.range(0, page.byMonth().size())
                                .mapToObj(ahead -> format.month(page.month(ahead)))
                                .toList())));
        return page;
    }
}
