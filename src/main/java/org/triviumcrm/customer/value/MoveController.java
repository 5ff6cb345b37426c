package org.triviumcrm.customer.value;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** Who moved between classes: a matrix of two months, a picture of all, and the customers of a cell. */
@Controller
class MoveController {

    private static final String PATH = "/customers/value/moves";

    private final MoveService moves;
    private final MoveChart chart;
    private final Companies companies;

    MoveController(MoveService moves, MoveChart chart, Companies companies) {
        this.moves = moves;
        this.chart = chart;
        this.companies = companies;
    }

    @GetMapping(PATH)
    String show(@ModelAttribute("asked") AskMoves asked, Viewer viewer, Model model) {
        CustomerMeasure measure = about(asked, viewer, model);
        List<MonthRepository.Standing> standings = moves.standings(viewer, measure);
        List<MoveChart.Month> months = MoveChart.months(standings);
        model.addAttribute("choices", moves.months(viewer, measure));
        model.addAttribute("matrix", moves.matrix(viewer, asked).orElse(null));
        model.addAttribute("months", months);
        model.addAttribute("stacked", chart.stacked(months, PATH, measure.key()));
        return "customer/value/moves";
    }

    @GetMapping(PATH + "/customers")
    String list(@ModelAttribute("asked") AskMoves asked, Viewer viewer, Model model) {
        CustomerMeasure measure = about(asked, viewer, model);
        if (asked.isWithoutCell()) {
            return "redirect:" + PATH;
        }
        List<Moved> found = moves.list(viewer, asked);
        boolean more = found.size() > MoveService.PAGE;
        List<Moved> shown = more ? found.subList(0, MoveService.PAGE) : found;
        model.addAttribute("moved", shown);
        model.addAttribute("from", YearMonth.parse(String.valueOf(asked.from())));
        model.addAttribute("to", YearMonth.parse(String.valueOf(asked.to())));
        if (more) {
            model.addAttribute("next", next(asked, measure, shown.get(shown.size() - 1)));
        }
        return "customer/value/moved";
    }

    private CustomerMeasure about(AskMoves asked, Viewer viewer, Model model) {
        CustomerMeasure measure = moves.measure(viewer, asked.measure());
        model.addAttribute("measure", measure);
        model.addAttribute("measures", moves.measures(viewer));
        model.addAttribute("currency", companies.currency());
        return measure;
    }

    private static String next(AskMoves asked, CustomerMeasure measure, Moved last) {
        boolean byAfter = AskMoves.byAfter(AskMoves.valueClass(asked.was()), AskMoves.valueClass(asked.is()));
        return UriComponentsBuilder.fromPath(PATH + "/customers")
                .queryParam("measure", measure.key())
                .queryParam("from", asked.from())
                .queryParam("to", asked.to())
                .queryParam("was", asked.was())
                .queryParam("is", asked.is())
                .queryParam("afterAmount", last.sorted(byAfter).toPlainString())
                .queryParam("afterId", last.id())
                .encode()
                .toUriString();
    }
}
