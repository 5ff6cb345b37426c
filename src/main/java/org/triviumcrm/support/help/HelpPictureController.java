package org.triviumcrm.support.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.picture.ArticlePicture;
import org.triviumcrm.support.picture.ShownPicture;

/** Pictures of public articles, for everybody. */
@Controller
class HelpPictureController {

    private final HelpPictureService pictures;

    HelpPictureController(HelpPictureService pictures) {
        this.pictures = pictures;
    }

    @GetMapping(HelpController.PATH + "/{tag:en|zh}/articles/{id:\\d+}/pictures/{articlePictureId:\\d+}")
    void show(
            @PathVariable String tag,
            @PathVariable long id,
            @PathVariable long articlePictureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ArticleLanguage language = ArticleLanguage.of(tag).orElseThrow();
        ArticlePicture picture = pictures.find(id, articlePictureId, language);
        if (!ShownPicture.begin(request, response, picture, true)) {
            pictures.write(picture, response.getOutputStream());
        }
    }
}
