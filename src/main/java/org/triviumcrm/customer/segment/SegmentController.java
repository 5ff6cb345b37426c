package org.triviumcrm.customer.segment;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** A segment's page and its form. */
@Controller
class SegmentController {

    static final String ONE = SegmentList.PATH + "/{id:\\d+}";

    private final SegmentService segments;
    private final EditConflicts conflicts;

    SegmentController(SegmentService segments, EditConflicts conflicts) {
        this.segments = segments;
        this.conflicts = conflicts;
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("segment", segments.page(viewer, id, LocaleContextHolder.getLocale()));
        return "customer/segment/show";
    }

    /** With one condition to begin with. */
    @CanEditSegments
    @GetMapping(SegmentList.PATH + "/new")
    String blank(Viewer viewer, Model model) {
        SegmentEditor editor = editor(viewer, 0);
        SegmentForm form = new SegmentForm();
        editor.getFields().stream().findFirst().ifPresent(form.getWhen()::add);
        return form(model, editor, form);
    }

    @CanEditSegments
    @PostMapping(SegmentList.PATH)
    String create(
            @Valid @ModelAttribute("segmentForm") SegmentForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        SegmentEditor editor = editor(viewer, 0);
        if (isRefused(viewer, form, editor, errors)) {
            return Rejected.with(form(model, editor, form));
        }
        return saved(segments.create(viewer, form, editor.byKey()), flash);
    }

    @CanEditSegments
    @GetMapping(ONE + "/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SegmentEditor editor = editor(viewer, id);
        return form(model, editor, segments.find(viewer, id, editor.byKey()));
    }

    @CanEditSegments
    @PostMapping(ONE)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("segmentForm") SegmentForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        SegmentEditor editor = editor(viewer, id);
        Map<String, ConditionField> fields = editor.byKey();
        segments.find(viewer, id, fields);
        if (isRefused(viewer, form, editor, errors)) {
            return Rejected.with(form(model, editor, form));
        }
        try {
            segments.update(viewer, id, form, fields);
        } catch (ObjectOptimisticLockingFailureException e) {
            SegmentForm now = segments.find(viewer, id, fields);
            int version = now.getVersion() == null ? 0 : now.getVersion();
            return conflicts.show(model, SegmentHistory.TABLE, id, version, now, form, form(model, editor, form));
        }
        return saved(id, flash);
    }

    @PostMapping(ONE + "/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            segments.delete(viewer, id);
        } catch (SegmentInUse needed) {
            flash.addFlashAttribute("problem", "customer.segment.inUse");
            flash.addFlashAttribute("noticeArgument", String.join(", ", needed.by()));
            return "redirect:" + SegmentList.PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "customer.segment.deleted");
        return "redirect:" + SegmentList.PATH;
    }

    @PostMapping(ONE + "/refresh")
    String refresh(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        segments.refresh(viewer, id);
        flash.addFlashAttribute("notice", "customer.segment.refreshing");
        return "redirect:" + SegmentList.PATH + "/" + id;
    }

    private SegmentEditor editor(Viewer viewer, long id) {
        return segments.editor(viewer, id, LocaleContextHolder.getLocale());
    }

    private boolean isRefused(Viewer viewer, SegmentForm form, SegmentEditor editor, BindingResult errors) {
        form.check(editor.byKey(), errors);
        if (!errors.hasFieldErrors("name") && segments.isNameTaken(viewer, form.getName(), editor.id())) {
            errors.rejectValue("name", "customer.segment.error.nameTaken");
        }
        return errors.hasErrors();
    }

    static String form(Model model, SegmentEditor editor, SegmentForm form) {
        model.addAttribute("segmentForm", form);
        model.addAttribute("editor", editor);
        return "customer/segment/form";
    }

    private static String saved(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "customer.segment.saved");
        return "redirect:" + SegmentList.PATH + "/" + id;
    }
}
