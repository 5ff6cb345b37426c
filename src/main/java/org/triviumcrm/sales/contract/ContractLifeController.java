package org.triviumcrm.sales.contract;

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
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The steps in a contract's life. */
@Controller
class ContractLifeController {

    private final ContractService contracts;
    private final ContractLifeService life;
    private final ContractForms forms;

    ContractLifeController(ContractService contracts, ContractLifeService life, ContractForms forms) {
        this.contracts = contracts;
        this.life = life;
        this.forms = forms;
    }

    @PostMapping("/sales/contracts/{id:\\d+}/release")
    String release(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.release(viewer, id);
        return done(id, "sales.contract.released", flash);
    }

    @PostMapping("/sales/contracts/{id:\\d+}/withdrawal")
    String withdraw(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.withdraw(viewer, id);
        return done(id, "sales.contract.withdrawn", flash);
    }

    @CanSignContracts
    @GetMapping("/sales/contracts/{id:\\d+}/signature")
    String signing(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        ContractPage page = contracts.page(viewer, id);
        ContractPage.Signature known = page.signature();
        Long signatory = known.signatoryId() == null ? viewer.personId() : known.signatoryId();
        String theirs = known.theirSignatory() == null ? page.contact() : known.theirSignatory();
        model.addAttribute(
                "signing", new SignContract(forms.today(), signatory, theirs == null ? "" : theirs, known.theirRole()));
        return Part.of(htmx, signature(model, page, signatory));
    }

    @CanSignContracts
    @PostMapping("/sales/contracts/{id:\\d+}/signature")
    String sign(
            @PathVariable long id,
            @Valid @ModelAttribute("signing") SignContract signing,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ContractPage page = contracts.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                life.sign(viewer, id, signing);
                return done(id, "sales.contract.signed", flash);
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, signature(model, page, signing.signatoryId())));
    }

    @CanTerminateContracts
    @GetMapping("/sales/contracts/{id:\\d+}/termination")
    String terminating(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("contract", contracts.page(viewer, id));
        model.addAttribute("termination", new TerminateContract(forms.today(), ""));
        return Part.of(htmx, "sales/contract/termination");
    }

    @CanTerminateContracts
    @PostMapping("/sales/contracts/{id:\\d+}/termination")
    String terminate(
            @PathVariable long id,
            @Valid @ModelAttribute("termination") TerminateContract termination,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        model.addAttribute("contract", contracts.page(viewer, id));
        if (!errors.hasErrors()) {
            try {
                life.terminate(viewer, id, termination);
                return done(id, "sales.contract.terminated", flash);
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, "sales/contract/termination"));
    }

    private String signature(Model model, ContractPage page, @org.jspecify.annotations.Nullable Long signatory) {
        model.addAttribute("contract", page);
        model.addAttribute("signatoryName", forms.name(signatory));
        return "sales/contract/signature";
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/sales/contracts/" + id;
    }
}
