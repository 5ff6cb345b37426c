package org.triviumcrm.sales.contractfile;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The files of a contract. */
@Controller
class ContractFileController {

    private final ContractFileService files;
    private final ContractService contracts;

    ContractFileController(ContractFileService files, ContractService contracts) {
        this.files = files;
        this.contracts = contracts;
    }

    @GetMapping("/sales/contracts/{id:\\d+}/files")
    String panel(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("files", files.of(viewer, id));
        model.addAttribute("contractId", id);
        return "sales/contract/files";
    }

    @CanKeepContractFiles
    @GetMapping("/sales/contracts/{id:\\d+}/files/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        return Part.of(htmx, form(viewer, model, id, null));
    }

    @CanKeepContractFiles
    @PostMapping("/sales/contracts/{id:\\d+}/files")
    String keep(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            files.keep(viewer, id, sent(file));
            flash.addFlashAttribute("notice", "sales.contract.file.kept");
            return "redirect:/sales/contracts/" + id;
        } catch (RefusedFile refused) {
            return Rejected.with(Part.of(htmx, form(viewer, model, id, refused.key())));
        }
    }

    @GetMapping("/sales/contract-files/{id:\\d+}")
    void download(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        ContractFile file = files.find(viewer, id);
        Download.begin(response, file.name(), file.contentType(), file.size());
        files.write(viewer, file, response.getOutputStream());
    }

    @PostMapping("/sales/contract-files/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long contract = files.remove(viewer, id);
        flash.addFlashAttribute("notice", "sales.contract.file.removed");
        return "redirect:/sales/contracts/" + contract;
    }

    private static SentFile sent(@Nullable MultipartFile file) throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        return file == null || name == null || name.isEmpty()
                ? SentFile.of("", 0, InputStream.nullInputStream())
                : SentFile.of(name, file.getSize(), file.getInputStream());
    }

    private String form(Viewer viewer, Model model, long id, @Nullable String wrong) {
        model.addAttribute("contract", contracts.page(viewer, id));
        model.addAttribute("endings", AttachmentKind.endings());
        model.addAttribute("wrong", wrong);
        return "sales/contract/file";
    }
}
