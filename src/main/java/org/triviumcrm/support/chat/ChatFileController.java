package org.triviumcrm.support.chat;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.Rejected;

/** Files that are sent in a talk. */
@Controller
class ChatFileController {

    private static final String FILES = ChatList.PATH + "/{id:\\d+}/files";

    private final ChatFileService files;
    private final ChatDeskService desk;
    private final ChatViews views;

    ChatFileController(ChatFileService files, ChatDeskService desk, ChatViews views) {
        this.files = files;
        this.desk = desk;
        this.views = views;
    }

    @CanAnswerChats
    @PostMapping(FILES)
    Object send(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean note,
            @RequestParam(required = false) @Nullable String client,
            HtmxRequest htmx,
            Viewer viewer,
            Model model)
            throws IOException {
        ChatFacts chat = desk.page(viewer, id);
        try {
            files.send(viewer, id, sent(file), note, name(client));
        } catch (RefusedFile refused) {
            model.addAttribute("wrongFile", refused.key());
        } catch (ChatRefused refused) {
            model.addAttribute("wrongFile", refused.key());
        }
        if (model.containsAttribute("wrongFile")) {
            views.talk(viewer, model, chat, desk.words(viewer, id, 0));
            return Rejected.with(htmx.isHtmxRequest() ? "support/chat/talk :: wrongFile" : "support/chat/show");
        }
        return htmx.isHtmxRequest()
                ? ResponseEntity.noContent().build()
                : "redirect:" + ChatDeskController.PATH + "?open=" + id;
    }

    @GetMapping(FILES + "/{chatFileId:\\d+}")
    void download(@PathVariable long id, @PathVariable long chatFileId, Viewer viewer, HttpServletResponse response)
            throws IOException {
        ChatFile file = files.find(viewer, id, chatFileId);
        Download.begin(response, file.name(), file.contentType(), file.size());
        files.write(viewer, id, file, response.getOutputStream());
    }

    private static SentFile sent(@Nullable MultipartFile file) throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        return file == null || name == null
                ? SentFile.of("", 0, InputStream.nullInputStream())
                : SentFile.of(name, file.getSize(), file.getInputStream());
    }

    private static @Nullable String name(@Nullable String client) {
        return client != null && client.matches("[A-Za-z0-9-]{1,40}") ? client : null;
    }
}
