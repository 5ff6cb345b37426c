package org.triviumcrm.identity.transfer;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.triviumcrm.identity.Viewer;

/** How far one's transfers are, and taking them back. */
@Controller
class TransferProgressController {

    private final TransferService transfers;
    private final Clock clock;

    TransferProgressController(TransferService transfers, Clock clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    @GetMapping("/transfers")
    String list(Viewer viewer, Model model) {
        model.addAttribute("transfers", transfers.latest(viewer));
        return "identity/transfer/list";
    }

    @GetMapping("/transfers/{id:\\d+}")
    String show(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        Transfer transfer = transfers.transfer(viewer, id);
        model.addAttribute("transfer", transfer);
        model.addAttribute("list", transfers.list(viewer, id));
        model.addAttribute("undoable", transfer.mayBeUndone(clock.instant()));
        return htmx.isHtmxRequest() && !htmx.isBoosted()
                ? "identity/transfer/show :: status"
                : "identity/transfer/show";
    }

    @PostMapping("/transfers/{id:\\d+}/undo")
    String undo(@PathVariable long id, Viewer viewer) {
        transfers.undo(viewer, id);
        return "redirect:/transfers/" + id;
    }
}
