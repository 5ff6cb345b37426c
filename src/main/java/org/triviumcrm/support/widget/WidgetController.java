package org.triviumcrm.support.widget;

import jakarta.validation.Valid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.queue.QueueService;

/** The administrator's widgets, each with the line that a website takes. */
@Controller
@RequestMapping(WidgetController.PATH)
class WidgetController {

    static final String PATH = "/administration/chat-widgets";

    private final WidgetService widgets;
    private final QueueService queues;
    private final EditConflicts conflicts;

    WidgetController(WidgetService widgets, QueueService queues, EditConflicts conflicts) {
        this.widgets = widgets;
        this.queues = queues;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", widgets.all(viewer));
        return "support/widget/list";
    }

    @CanManageChat
    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        SaveWidget proposed = SaveWidget.proposed(queues.first(viewer));
        model.addAttribute("input", proposed);
        return form(viewer, model, null, proposed);
    }

    @CanManageChat
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveWidget input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(form(viewer, model, null, input));
        }
        return saved(widgets.create(viewer, input), flash);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        ChatWidget widget = widgets.find(viewer, id);
        SaveWidget saved = SaveWidget.of(widget);
        model.addAttribute("input", saved);
        return form(viewer, model, widget, saved);
    }

    @CanManageChat
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveWidget input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ChatWidget widget = widgets.find(viewer, id);
        if (isRefused(viewer, input, id, errors)) {
            return Rejected.with(form(viewer, model, widget, input));
        }
        try {
            widgets.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            ChatWidget now = widgets.find(viewer, id);
            String form = form(viewer, model, now, input);
            return conflicts.show(model, "chat_widget", id, now.getVersion(), SaveWidget.of(now), input, form);
        }
        return saved(id, flash);
    }

    private boolean isRefused(Viewer viewer, SaveWidget input, long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return true;
        }
        if (widgets.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "support.widget.error.nameTaken");
        }
        if (Origins.read(input.origins()).isEmpty()) {
            errors.rejectValue("origins", "support.widget.error.origins");
        }
        Long queue = input.queueId();
        if (queue != null
                && queues.choices(viewer, queue).stream()
                        .noneMatch(choice -> choice.value().equals(queue))) {
            errors.rejectValue("queueId", "support.widget.error.queue");
        }
        return errors.hasErrors();
    }

    private String form(Viewer viewer, Model model, @Nullable ChatWidget widget, SaveWidget shown) {
        model.addAttribute("id", widget == null ? 0 : widget.getId());
        model.addAttribute("languages", Arrays.asList(WidgetLanguage.values()));
        model.addAttribute("asks", Arrays.asList(AskFor.values()));
        model.addAttribute("queues", queues.choices(viewer, shown.queueId()));
        model.addAttribute("snippet", widget == null ? null : snippet(widget));
        return "support/widget/form";
    }

    private static String snippet(ChatWidget widget) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/chat/")
                .path(widget.getToken())
                .path("/widget.js")
                .toUriString();
        return "<script src=\"" + address + "\" async></script>";
    }

    private static String saved(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "support.widget.saved");
        return "redirect:" + PATH + "/" + id + "/edit";
    }
}
