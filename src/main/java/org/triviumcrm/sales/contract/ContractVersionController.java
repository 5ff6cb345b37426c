package org.triviumcrm.sales.contract;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperDifference;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Amendments of a contract, copies of it, and who changed what. */
@Controller
class ContractVersionController {

    private final ContractService contracts;
    private final ContractCopyService copies;
    private final ContractDifferenceService differences;
    private final FieldHistory history;

    ContractVersionController(
            ContractService contracts,
            ContractCopyService copies,
            ContractDifferenceService differences,
            FieldHistory history) {
        this.contracts = contracts;
        this.copies = copies;
        this.differences = differences;
        this.history = history;
    }

    @PostMapping("/sales/contracts/{id:\\d+}/amendments")
    String amend(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long amendment = copies.amend(viewer, id);
        flash.addFlashAttribute("notice", "sales.contract.amended");
        return "redirect:/sales/contracts/" + amendment + "/edit";
    }

    @PostMapping("/sales/contracts/{id:\\d+}/copies")
    String duplicate(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long copy = copies.duplicate(viewer, id);
        flash.addFlashAttribute("notice", "sales.contract.duplicated");
        return "redirect:/sales/contracts/" + copy + "/edit";
    }

    /** A contract on what a quote offers; the one that is there already, if there is. */
    @PostMapping("/sales/quotes/{id:\\d+}/contract")
    String fromQuote(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long contract = copies.fromQuote(viewer, id);
        flash.addFlashAttribute("notice", "sales.contract.fromQuote");
        return "redirect:/sales/contracts/" + contract + "/edit";
    }

    /** What it says otherwise than what held before it; a contract of its own has its page only. */
    @GetMapping("/sales/contracts/{id:\\d+}/differences")
    String differences(@PathVariable long id, Viewer viewer, Model model) {
        Optional<PaperDifference<ContractPage>> difference = differences.toEarlier(viewer, id);
        if (difference.isEmpty()) {
            return "redirect:/sales/contracts/" + id;
        }
        model.addAttribute("contract", contracts.page(viewer, id));
        model.addAttribute("difference", difference.get());
        return "sales/contract/differences";
    }

    @GetMapping("/sales/contracts/{id:\\d+}/history")
    String history(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        ContractPage page = contracts.page(viewer, id);
        return HistoryPage.of(
                model, request, "contracts", page.label(), history.of(ContractList.NOUN, id, HistoryPage.SIZE, locale));
    }
}
