package org.triviumcrm.support.picture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** Pictures of an article: beside its form, added, taken away, and shown. */
@Controller
@RequestMapping("/support/articles/{id:\\d+}/pictures")
class PictureController {

    private static final String VIEW = "support/picture/list";

    private final PictureService pictures;

    PictureController(PictureService pictures) {
        this.pictures = pictures;
    }

    @GetMapping
    String list(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", new AddPicture(""));
        return page(viewer, model, id);
    }

    @CanAddPictures
    @PostMapping
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("input") AddPicture input,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        if (!errors.hasErrors()) {
            try {
                String name = file == null ? null : file.getOriginalFilename();
                if (file == null || name == null) {
                    throw new RefusedPicture("support.picture.error.none");
                }
                pictures.add(viewer, id, input, name, file.getSize(), file.getInputStream());
            } catch (RefusedPicture refused) {
                model.addAttribute("wrongFile", refused.key());
            }
        }
        if (errors.hasErrors() || model.containsAttribute("wrongFile")) {
            return Rejected.with(page(viewer, model, id));
        }
        flash.addFlashAttribute("notice", "support.picture.added");
        return "redirect:/support/articles/" + id + "/pictures";
    }

    @PostMapping("/{articlePictureId:\\d+}/removal")
    String remove(@PathVariable long id, @PathVariable long articlePictureId, Viewer viewer, RedirectAttributes flash) {
        try {
            pictures.remove(viewer, id, articlePictureId);
            flash.addFlashAttribute("notice", "support.picture.removed");
        } catch (RefusedPicture refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:/support/articles/" + id + "/pictures";
    }

    @GetMapping("/{articlePictureId:\\d+}")
    void show(
            @PathVariable long id,
            @PathVariable long articlePictureId,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ArticlePicture picture = pictures.find(viewer, id, articlePictureId);
        if (!ShownPicture.begin(request, response, picture, false)) {
            pictures.write(viewer, picture, response.getOutputStream());
        }
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("articleId", id);
        model.addAttribute("pictures", pictures.of(viewer, id));
        return VIEW;
    }
}
