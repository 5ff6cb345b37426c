package org.triviumcrm.marketing.capture;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's keys, each with a form to copy. */
@Controller
class CaptureKeyController {

    private static final String PATH = "/administration/captures";

    private final CaptureKeyService keys;
    private final People people;
    private final Campaigns campaigns;
    private final EditConflicts conflicts;

    CaptureKeyController(CaptureKeyService keys, People people, Campaigns campaigns, EditConflicts conflicts) {
        this.campaigns = campaigns;
        this.keys = keys;
        this.people = people;
        this.conflicts = conflicts;
    }

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        model.addAttribute("captures", keys.all(viewer));
        return "marketing/capture/list";
    }

    @CanManageCaptures
    @GetMapping(PATH + "/new")
    String blank(Viewer viewer, Model model) {
        SaveCaptureKey blank = SaveCaptureKey.blank();
        model.addAttribute("capture", blank);
        return form(viewer, model, 0, blank);
    }

    @CanManageCaptures
    @PostMapping(PATH)
    String create(
            @Valid @ModelAttribute("capture") SaveCaptureKey capture,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, capture, 0, errors)) {
            return Rejected.with(form(viewer, model, 0, capture));
        }
        long id = keys.create(viewer, capture);
        flash.addFlashAttribute("notice", "marketing.capture.created");
        return "redirect:" + PATH + "/" + id + "/edit";
    }

    @GetMapping(PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        CaptureKey key = keys.find(viewer, id);
        SaveCaptureKey saved = SaveCaptureKey.of(key);
        model.addAttribute("capture", saved);
        return form(viewer, model, key, saved);
    }

    @CanManageCaptures
    @PostMapping(PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("capture") SaveCaptureKey capture,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        CaptureKey key = keys.find(viewer, id);
        if (errors.hasErrors() || isRefused(viewer, capture, id, errors)) {
            return Rejected.with(form(viewer, model, key, capture));
        }
        try {
            keys.update(viewer, id, capture);
        } catch (ObjectOptimisticLockingFailureException e) {
            CaptureKey saved = keys.find(viewer, id);
            return conflicts.show(
                    model,
                    "capture_key",
                    id,
                    saved.getVersion(),
                    SaveCaptureKey.of(saved),
                    capture,
                    form(viewer, model, saved, capture));
        }
        flash.addFlashAttribute("notice", "marketing.capture.saved");
        return "redirect:" + PATH;
    }

    private boolean isRefused(Viewer viewer, SaveCaptureKey capture, long id, BindingResult errors) {
        if (keys.isNameTaken(viewer, capture.name(), id)) {
            errors.rejectValue("name", "marketing.capture.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String form(Viewer viewer, Model model, CaptureKey key, SaveCaptureKey shown) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/leads/capture/")
                .path(key.getToken())
                .toUriString();
        model.addAttribute("sample", SampleForm.of(address));
        model.addAttribute("address", address);
        return form(viewer, model, key.getId(), shown);
    }

    private String form(Viewer viewer, Model model, long id, SaveCaptureKey shown) {
        Long ownerId = shown.ownerId();
        Long campaignId = shown.campaignId();
        model.addAttribute("campaignName", campaignId == null ? null : campaigns.name(viewer, campaignId));
        model.addAttribute("id", id);
        model.addAttribute(
                "ownerName",
                ownerId == null
                        ? null
                        : people.find(ownerId).map(PersonRef::name).orElse(null));
        return "marketing/capture/form";
    }
}
