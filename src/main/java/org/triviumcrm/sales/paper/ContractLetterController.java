package org.triviumcrm.sales.paper;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** E-mails with contracts: those that were sent, and the form of another one. */
@Controller
class ContractLetterController {

    private final ContractLetterService letters;
    private final ContractPaperService papers;
    private final ContractService contracts;

    ContractLetterController(ContractLetterService letters, ContractPaperService papers, ContractService contracts) {
        this.letters = letters;
        this.papers = papers;
        this.contracts = contracts;
    }

    @GetMapping("/sales/contracts/{id:\\d+}/letters")
    String panel(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("letters", letters.of(viewer, id));
        model.addAttribute("former", papers.former(viewer, id));
        model.addAttribute("base", "/sales/contracts/" + id);
        return "sales/paper/letters";
    }

    @CanSendContractPapers
    @GetMapping("/sales/contracts/{id:\\d+}/letters/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        ContractPage contract = contracts.page(viewer, id);
        model.addAttribute("letter", letters.proposed(viewer, contract));
        return Part.of(htmx, form(viewer, model, contract));
    }

    @CanSendContractPapers
    @PostMapping("/sales/contracts/{id:\\d+}/letters")
    String send(
            @PathVariable long id,
            @Valid @ModelAttribute("letter") SendPaper letter,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ContractPage contract = contracts.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                letters.send(viewer, id, letter);
                flash.addFlashAttribute("notice", "sales.letter.contract.sent");
                return "redirect:/sales/contracts/" + id;
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(viewer, model, contract)));
    }

    private String form(Viewer viewer, Model model, ContractPage contract) {
        model.addAttribute("quote", contract);
        model.addAttribute("base", "/sales/contracts/" + contract.id());
        model.addAttribute("leaves", letters.canLeave(viewer));
        return "sales/paper/letter";
    }
}
