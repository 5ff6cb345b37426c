package org.triviumcrm.sales.receivable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListService;

/** What is to come in and what has, of all contracts, and how old it is. */
@Controller
class ReceivableListController {

    private final ListService lists;
    private final AgeingService ageing;
    private final Format format;

    ReceivableListController(ListService lists, AgeingService ageing, Format format) {
        this.lists = lists;
        this.ageing = ageing;
        this.format = format;
    }

    @GetMapping(ReceivableLists.INSTALMENTS)
    String instalments(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ReceivableLists.INSTALMENT, viewer, parameters));
        model.addAttribute("unreminded", ReceivableLists.unreminded(format.today()));
        return "sales/receivable/list";
    }

    @GetMapping(ReceivableLists.RECEIPTS)
    String receipts(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ReceivableLists.RECEIPT, viewer, parameters));
        return "sales/receivable/receipts";
    }

    @CanViewReceivables
    @GetMapping(ReceivableLists.INSTALMENTS + "/ageing")
    String ageing(Viewer viewer, Model model) {
        model.addAttribute("ageing", ageing.now(viewer));
        return "sales/receivable/ageing";
    }
}
