package org.triviumcrm.marketing.cost;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;

/** The receipt of a cost. */
@Controller
class ReceiptController {

    private final ReceiptService receipts;

    ReceiptController(ReceiptService receipts) {
        this.receipts = receipts;
    }

    @GetMapping(CostList.PATH + "/{id:\\d+}/receipt")
    void download(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        Receipt receipt = receipts.find(viewer, id);
        Download.begin(response, receipt.name(), receipt.contentType(), receipt.size());
        receipts.write(viewer, receipt, response.getOutputStream());
    }

    @PostMapping(CostList.PATH + "/{id:\\d+}/receipt/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        receipts.remove(viewer, id);
        flash.addFlashAttribute("notice", "marketing.cost.receipt.removed");
        return "redirect:" + CostList.PATH + "/" + id + "/edit";
    }
}
