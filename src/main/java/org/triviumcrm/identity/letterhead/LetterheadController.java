package org.triviumcrm.identity.letterhead;

import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Letterhead;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Rejected;

/** The form of what stands on papers, and the logo as a picture. */
@Controller
class LetterheadController {

    private static final String PATH = "/administration/letterhead";

    private final LetterheadService letterheads;

    LetterheadController(LetterheadService letterheads) {
        this.letterheads = letterheads;
    }

    @CanManageLetterhead
    @GetMapping(PATH)
    String edit(Viewer viewer, Model model) {
        model.addAttribute("letterhead", SaveLetterhead.of(letterheads.current(viewer)));
        return form(viewer, model);
    }

    @CanManageLetterhead
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("letterhead") SaveLetterhead letterhead,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            @RequestParam(defaultValue = "false") boolean without,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        if (!errors.hasErrors()) {
            try {
                letterheads.save(viewer, letterhead, sent(logo), without);
                flash.addFlashAttribute("notice", "identity.letterhead.saved");
                return "redirect:" + PATH;
            } catch (RefusedLogo e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model));
    }

    private static LetterheadService.@Nullable Logo sent(@Nullable MultipartFile logo) throws IOException {
        String name = logo == null ? null : logo.getOriginalFilename();
        return logo == null || name == null || name.isEmpty()
                ? null
                : new LetterheadService.Logo(name, logo.getSize(), logo.getInputStream());
    }

    private String form(Viewer viewer, Model model) {
        model.addAttribute("hasLogo", letterheads.current(viewer).logo() != null);
        return "identity/letterhead/form";
    }

    @GetMapping("/letterhead/logo")
    ResponseEntity<byte[]> logo(Viewer viewer) {
        Letterhead head = letterheads.current(viewer);
        byte[] logo = head.logo();
        if (logo == null || head.logoType() == null) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(head.logoType()))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .body(logo);
    }
}
