package org.triviumcrm.sales.contract;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.ContractPanel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.LineAnswers;
import org.triviumcrm.sales.line.PaperForms;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** A contract's page and its form. */
@Controller
class ContractController {

    private final ContractService contracts;
    private final ContractLifeService life;
    private final LineAnswers prices;
    private final ContractForms blanks;
    private final PaperForms forms;
    private final EditConflicts conflicts;
    private final Visits visits;
    private final List<ContractPanel> panels;

    ContractController(
            ContractService contracts,
            ContractLifeService life,
            LineAnswers prices,
            ContractForms blanks,
            PaperForms forms,
            EditConflicts conflicts,
            Visits visits,
            List<ContractPanel> panels) {
        this.contracts = contracts;
        this.life = life;
        this.prices = prices;
        this.blanks = blanks;
        this.forms = forms;
        this.conflicts = conflicts;
        this.visits = visits;
        this.panels = panels;
    }

    @GetMapping("/sales/contracts/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        ContractPage page = contracts.page(viewer, id);
        List<PaperLine> lines = contracts.lines(viewer, page);
        model.addAttribute("contract", page);
        model.addAttribute("lines", lines);
        model.addAttribute("sums", contracts.sums(viewer, page, lines));
        model.addAttribute("events", contracts.events(viewer, page));
        model.addAttribute("papers", contracts.papers(viewer, page));
        if (viewer.can("sales.contract.edit")) {
            life.foretell(viewer, page).ifPresent(foretold -> model.addAttribute("foretold", foretold));
        }
        model.addAttribute("fresh", visits.fresh(viewer, ContractList.NOUN, id));
        model.addAttribute(
                "panels", panels.stream().filter(panel -> panel.isFor(viewer)).toList());
        return "sales/contract/show";
    }

    @CanCreateContracts
    @GetMapping("/sales/contracts/new")
    String blank(
            @RequestParam(required = false) @Nullable Long opportunityId,
            @RequestParam(required = false) @Nullable Long customerId,
            Viewer viewer,
            Locale locale,
            Model model) {
        SaveContract contract = blanks.blank(viewer, locale, opportunityId, customerId);
        prices.propose(viewer, contract);
        model.addAttribute("contract", contract);
        return form(viewer, model, 0, contract);
    }

    @CanCreateContracts
    @PostMapping("/sales/contracts")
    String create(
            @Valid @ModelAttribute("contract") SaveContract contract,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                long id = contracts.create(viewer, contract);
                flash.addFlashAttribute("notice", "sales.contract.created");
                return "redirect:/sales/contracts/" + id;
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, 0, contract));
    }

    @CanEditContracts
    @GetMapping("/sales/contracts/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        ContractPage page = contracts.page(viewer, id);
        SaveContract contract = page.toInput(contracts.lines(viewer, page));
        model.addAttribute("contract", contract);
        return form(viewer, model, id, contract);
    }

    @CanEditContracts
    @PostMapping("/sales/contracts/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("contract") SaveContract contract,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        contracts.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                contracts.update(viewer, id, contract);
                flash.addFlashAttribute("notice", "sales.contract.saved");
                return "redirect:/sales/contracts/" + id;
            } catch (ObjectOptimisticLockingFailureException e) {
                ContractPage now = contracts.page(viewer, id);
                SaveContract saved = now.toInput(contracts.lines(viewer, now));
                String form = form(viewer, model, id, contract);
                return conflicts.show(model, ContractList.NOUN, id, now.version(), saved, contract, form);
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, id, contract));
    }

    private String form(Viewer viewer, Model model, long id, SaveContract contract) {
        model.addAttribute("id", id);
        forms.fill(viewer, model, PaperKind.CONTRACT, id, contract);
        blanks.fill(model, contract);
        model.addAttribute("sums", prices.sums(viewer, contract).orElse(null));
        return "sales/contract/form";
    }
}
