package org.triviumcrm.identity.transfer;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** Giving the records ticked in a list, or all that it finds, to somebody else. */
@Controller
@RequestMapping("/lists/{noun}")
class TransferController {

    private final TransferService transfers;

    TransferController(TransferService transfers) {
        this.transfers = transfers;
    }

    @GetMapping("/transfer/owners")
    @ResponseBody
    List<Option> owners(@PathVariable String noun, @RequestParam(defaultValue = "") String q, Viewer viewer) {
        return transfers.owners(viewer, noun, q);
    }

    /** From the list: asks to whom. What is no row is none of those chosen. */
    @PostMapping("/transfer")
    String ask(@PathVariable String noun, TransferRecords chosen, BindingResult unchecked, Viewer viewer, Model model) {
        model.addAttribute("transfer", chosen);
        return form(noun, chosen, viewer, model);
    }

    @PostMapping("/transfers")
    String give(
            @PathVariable String noun,
            @Valid @ModelAttribute("transfer") TransferRecords transfer,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Optional<Transfer> given = errors.hasErrors() ? Optional.empty() : transfers.give(viewer, noun, transfer);
        if (given.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.rejectValue("ids", "identity.transfer.error.none");
            }
            return Rejected.with(form(noun, transfer, viewer, model));
        }
        Transfer done = given.get();
        if (done.isBusy()) {
            return "redirect:/transfers/" + done.id();
        }
        flash.addFlashAttribute("notice", "identity.transfer.given");
        flash.addFlashAttribute("noticeArgument", done.given());
        flash.addFlashAttribute("noticeHref", "/transfers/" + done.id());
        return "redirect:" + transfers.list(viewer, done.id());
    }

    private String form(String noun, TransferRecords transfer, Viewer viewer, Model model) {
        model.addAttribute("noun", noun);
        model.addAttribute("question", transfers.question(viewer, noun, transfer));
        return "identity/transfer/form";
    }
}
