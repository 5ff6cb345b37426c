package org.triviumcrm.sales.receivable;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Records what comes in and what is paid back, and cancels what was recorded by mistake. */
@Controller
class PaymentReceiptController {

    private static final String NEW = "/sales/contracts/{id:\\d+}/receipts/new";
    private static final String CANCELLATION = "/sales/contracts/{id:\\d+}/receipts/{receiptId:\\d+}/cancellation";

    private final ReceivableService receivables;
    private final Format format;
    private final MessageSource messages;

    PaymentReceiptController(ReceivableService receivables, Format format, MessageSource messages) {
        this.receivables = receivables;
        this.format = format;
        this.messages = messages;
    }

    /** @param instalmentId whose open amount is proposed; else that of the one that is due first */
    @CanEditReceivables
    @GetMapping(NEW)
    String blank(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long instalmentId,
            @RequestParam(defaultValue = "RECEIPT") ReceiptKind kind,
            Viewer viewer,
            HtmxRequest htmx,
            Model model) {
        ContractPage contract = receivables.contract(viewer, id);
        Receivables now = receivables.of(viewer, contract);
        BigDecimal amount = kind == ReceiptKind.REFUND ? now.credit() : open(now, instalmentId);
        model.addAttribute(
                "receipt",
                new SaveReceipt(
                        kind,
                        format.today(),
                        amount.signum() > 0 ? ReceivableService.plain(amount) : null,
                        instalmentId,
                        null,
                        null));
        return Part.of(htmx, form(model, contract, now));
    }

    private static BigDecimal open(Receivables now, @Nullable Long instalmentId) {
        return now.instalments().stream()
                .filter(one -> instalmentId == null ? one.state() != InstalmentState.PAID : one.id() == instalmentId)
                .findFirst()
                .map(Instalment::open)
                .orElse(BigDecimal.ZERO);
    }

    @CanEditReceivables
    @PostMapping("/sales/contracts/{id:\\d+}/receipts")
    String record(
            @PathVariable long id,
            @Valid @ModelAttribute("receipt") SaveReceipt receipt,
            BindingResult errors,
            Viewer viewer,
            HtmxRequest htmx,
            Model model,
            RedirectAttributes flash) {
        ContractPage contract = receivables.contract(viewer, id);
        if (!errors.hasErrors()) {
            try {
                receivables.receive(viewer, id, receipt);
                flash.addFlashAttribute("notice", "sales.receivable.recorded");
                return back(id);
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(model, contract, receivables.of(viewer, contract))));
    }

    private String form(Model model, ContractPage contract, Receivables now) {
        model.addAttribute("contract", contract);
        model.addAttribute("receivables", now);
        model.addAttribute(
                "instalments",
                now.instalments().stream()
                        .map(one -> new Option(
                                one.id(), format.date(one.dueOn()) + " · " + format.money(one.open(), now.currency())))
                        .toList());
        model.addAttribute(
                "kinds",
                Arrays.stream(ReceiptKind.values())
                        .map(kind -> new Option(
                                kind,
                                messages.getMessage(
                                        "sales.receipt.state." + kind, null, LocaleContextHolder.getLocale())))
                        .toList());
        return "sales/receivable/receipt";
    }

    @CanEditReceivables
    @GetMapping(CANCELLATION)
    String ask(@PathVariable long id, @PathVariable long receiptId, Viewer viewer, HtmxRequest htmx, Model model) {
        model.addAttribute("cancellation", new CancelReceipt(""));
        return Part.of(htmx, cancellation(viewer, id, receiptId, model));
    }

    @CanEditReceivables
    @PostMapping(CANCELLATION)
    String cancel(
            @PathVariable long id,
            @PathVariable long receiptId,
            @Valid @ModelAttribute("cancellation") CancelReceipt cancellation,
            BindingResult errors,
            Viewer viewer,
            HtmxRequest htmx,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                receivables.cancel(viewer, id, receiptId, cancellation.reason());
                flash.addFlashAttribute("notice", "sales.receivable.cancelled");
                return back(id);
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, cancellation(viewer, id, receiptId, model)));
    }

    private String cancellation(Viewer viewer, long id, long receiptId, Model model) {
        model.addAttribute("contract", receivables.contract(viewer, id));
        model.addAttribute("receiptId", receiptId);
        return "sales/receivable/cancellation";
    }

    private static String back(long id) {
        return "redirect:/sales/contracts/" + id + "/payments";
    }
}
