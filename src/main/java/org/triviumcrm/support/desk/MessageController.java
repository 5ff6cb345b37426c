package org.triviumcrm.support.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.macro.ApplyMacro;
import org.triviumcrm.support.message.MessageFile;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.message.TooLate;
import org.triviumcrm.support.message.WriteMessage;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** Writing in tickets. */
@Controller
class MessageController {

    private static final String ONE = TicketList.PATH + "/{id:\\d+}";
    private static final int CHOICES = 20;

    private final TicketService tickets;
    private final MessageService messages;
    private final SendingService sending;
    private final TicketView view;
    private final EditConflicts conflicts;

    MessageController(
            TicketService tickets,
            MessageService messages,
            SendingService sending,
            TicketView view,
            EditConflicts conflicts) {
        this.tickets = tickets;
        this.messages = messages;
        this.sending = sending;
        this.view = view;
        this.conflicts = conflicts;
    }

    @CanWorkOnTickets
    @PostMapping(ONE + "/messages")
    String write(
            @PathVariable long id,
            @Valid @ModelAttribute("message") WriteMessage message,
            BindingResult errors,
            @ModelAttribute("changes") ApplyMacro changes,
            BindingResult wrong,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Long seen,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        TicketPage page = tickets.page(viewer, id);
        if (wrong.hasErrors()) {
            errors.reject("support.macro.error.changes");
        }
        if (!errors.hasErrors()) {
            try {
                sending.send(viewer, id, message, sent(files), changes, seen);
                return "redirect:" + TicketList.PATH + "/" + id + "#written";
            } catch (RefusedFile refused) {
                errors.reject(refused.key());
                model.addAttribute("wrongFile", refused.key());
            } catch (WrongTicketStatus refused) {
                errors.reject(refused.key());
                model.addAttribute("refused", true);
            } catch (AnsweredMeanwhile stopped) {
                model.addAttribute("meanwhile", stopped.messages());
                return Rejected.with(view.show(viewer, page, message, changes, model), HttpStatus.CONFLICT);
            } catch (ObjectOptimisticLockingFailureException e) {
                return changedMeanwhile(viewer, id, message, changes, model);
            }
        }
        ApplyMacro kept = wrong.hasErrors() ? ApplyMacro.NONE : changes;
        return Rejected.with(view.show(viewer, page, message, kept, model));
    }

    /** The text stays, and what the macro would change stands beside what others have changed. */
    private String changedMeanwhile(Viewer viewer, long id, WriteMessage message, ApplyMacro changes, Model model) {
        TicketPage now = tickets.page(viewer, id);
        SaveTicket wanted = changes.changes().in(now.toInput(), viewer.personId());
        return conflicts.show(
                model,
                TicketList.NOUN,
                id,
                now.version(),
                now.toInput(),
                SentChanges.of(wanted),
                view.show(viewer, now, message, changes, model));
    }

    /** The text comes back into the field in which it was written. */
    @PostMapping(ONE + "/messages/{messageId:\\d+}/recall")
    String takeBack(@PathVariable long id, @PathVariable long messageId, Viewer viewer, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("draft", messages.takeBack(viewer, id, messageId));
            flash.addFlashAttribute("notice", "support.message.recalled");
        } catch (TooLate e) {
            flash.addFlashAttribute("problem", "support.message.error.left");
        } catch (WrongTicketStatus refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:" + TicketList.PATH + "/" + id + "#write";
    }

    @GetMapping(ONE + "/files/{fileId:\\d+}")
    void download(@PathVariable long id, @PathVariable long fileId, Viewer viewer, HttpServletResponse response)
            throws IOException {
        MessageFile file = messages.file(viewer, id, fileId);
        Download.begin(response, file.name(), file.contentType(), file.size());
        messages.write(viewer, id, file, response.getOutputStream());
    }

    /** Whom a note can call. */
    @GetMapping(TicketList.PATH + "/colleagues")
    @ResponseBody
    List<Option> colleagues(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return messages.callable(viewer, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    private static List<SentFile> sent(@Nullable List<MultipartFile> files) throws IOException {
        List<SentFile> sent = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                sent.add(SentFile.of(name, file.getSize(), file.getInputStream()));
            }
        }
        return sent;
    }
}
