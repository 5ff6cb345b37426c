package org.triviumcrm.sales.contract;

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

/** What the form of a contract asks while somebody fills it in. */
@Controller
class ContractPriceController {

    private final LineAnswers answers;

    ContractPriceController(LineAnswers answers) {
        this.answers = answers;
    }

    /**
     * What is proposed for some products, for the customer and the day that the form says.
     *
     * @param parameters {@code count}: how many of each, as typed; what can't be read counts as one
     * @return those that are products, in their order
     */
    @CanEditContracts
    @PostMapping("/sales/contracts/prices")
    @ResponseBody
    List<ProposedLine> prices(
            SaveContract contract,
            BindingResult unfinished,
            @RequestParam(defaultValue = "") List<Long> product,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer) {
        return answers.proposed(viewer, contract, product, parameters.getOrDefault("count", List.of()));
    }

    /** What the form comes to. A line in which something is wrong counts as nothing until that is mended. */
    @CanEditContracts
    @PostMapping("/sales/contracts/sums")
    String sums(SaveContract contract, BindingResult unfinished, Viewer viewer, Model model) {
        model.addAttribute("quote", contract);
        model.addAttribute("sums", answers.sums(viewer, contract).orElse(null));
        return "sales/quote/sums";
    }
}
