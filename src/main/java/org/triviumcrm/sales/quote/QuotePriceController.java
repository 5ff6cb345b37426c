package org.triviumcrm.sales.quote;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.LineAnswers;
import org.triviumcrm.sales.line.ProposedLine;

/** What the form of a quote asks while somebody fills it in. */
@Controller
class QuotePriceController {

    private final LineAnswers answers;

    QuotePriceController(LineAnswers answers) {
        this.answers = answers;
    }

    /**
     * What is proposed for some products, for the customer and the day that the form says.
     *
     * @param parameters {@code count}: how many of each, as typed; what can't be read counts as one
     * @return those that are products, in their order
     */
    @CanEditQuotes
    @PostMapping("/sales/quotes/prices")
    @ResponseBody
    List<ProposedLine> prices(
            SaveQuote quote,
            BindingResult unfinished,
            @RequestParam(defaultValue = "") List<Long> product,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer) {
        return answers.proposed(viewer, quote, product, parameters.getOrDefault("count", List.of()));
    }

    /** What the form comes to. A line in which something is wrong counts as nothing until that is mended. */
    @CanEditQuotes
    @PostMapping("/sales/quotes/sums")
    String sums(SaveQuote quote, BindingResult unfinished, Viewer viewer, Model model) {
        model.addAttribute("quote", quote);
        model.addAttribute("sums", answers.sums(viewer, quote).orElse(null));
        return "sales/quote/sums";
    }
}
