package org.triviumcrm.sales.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.shared.attachment.Download;

/** A contract as a paper, to be read, printed and downloaded. */
@Controller
class ContractPaperController {

    private final ContractPaperService papers;
    private final ContractService contracts;

    ContractPaperController(ContractPaperService papers, ContractService contracts) {
        this.papers = papers;
        this.contracts = contracts;
    }

    @GetMapping("/sales/contracts/{id:\\d+}/paper")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        ContractPage contract = contracts.page(viewer, id);
        model.addAttribute("contract", contract);
        model.addAttribute("paper", papers.paper(viewer, contract));
        return "sales/contract/paper";
    }

    @GetMapping("/sales/contracts/{id:\\d+}/paper.pdf")
    void download(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        PaperFile file = papers.pdf(viewer, id);
        Download.begin(response, file.name(), MediaType.APPLICATION_PDF_VALUE, file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    /** What has left once, and was changed or withdrawn since. */
    @GetMapping("/sales/contracts/{id:\\d+}/former-papers/{formerContract:\\d+}")
    void former(@PathVariable long id, @PathVariable long formerContract, Viewer viewer, HttpServletResponse response)
            throws IOException {
        PaperFile file = papers.former(viewer, id, formerContract);
        Download.begin(response, file.name(), MediaType.APPLICATION_PDF_VALUE, file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
