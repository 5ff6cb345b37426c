package org.triviumcrm.support.visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.support.chat.ChatFile;

/** The public address for files of a talk. */
@Controller
@RequestMapping(VisitorController.PATH + "/files")
class VisitorFileController {

    private final VisitorFileService files;

    VisitorFileController(VisitorFileService files) {
        this.files = files;
    }

    @PostMapping
    ResponseEntity<Void> send(
            @PathVariable String key,
            @RequestHeader(name = VisitorController.TOKEN, required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String client,
            HttpServletRequest request)
            throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null) {
            throw NotTaken.wrong("file");
        }
        try {
            SentFile sent = SentFile.of(name, file.getSize(), file.getInputStream());
            files.send(key, token, new Sent(Map.of("client", client)), sent, request.getRemoteAddr());
        } catch (RefusedFile refused) {
            throw NotTaken.wrong("file");
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    void download(
            @PathVariable String key,
            @RequestHeader(name = VisitorController.TOKEN, required = false) @Nullable String token,
            @RequestParam(defaultValue = "0") long file,
            HttpServletResponse response)
            throws IOException {
        ChatFile found = files.find(key, token, file);
        Download.begin(response, found.name(), found.contentType(), found.size());
        files.write(key, token, found.id(), response.getOutputStream());
    }
}
