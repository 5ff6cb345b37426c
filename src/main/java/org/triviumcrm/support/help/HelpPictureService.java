package org.triviumcrm.support.help;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.picture.ArticlePicture;
import org.triviumcrm.support.picture.PictureRepository;

/** Pictures that published words of public articles show. Nobody is signed in; nothing while the site is off. */
@Service
public class HelpPictureService {

    private final HelpService help;
    private final PictureRepository pictures;

    HelpPictureService(HelpService help, PictureRepository pictures) {
        this.help = help;
        this.pictures = pictures;
    }

    /** @throws NotFound for anything that not everybody sees */
    @Transactional(readOnly = true)
    public ArticlePicture find(long articleId, long id, ArticleLanguage language) {
        help.site();
        return pictures.findPublic(articleId, id, language.name()).orElseThrow(NotFound::new);
    }

    /** @param picture as {@link #find} gave it, in the same request */
    @Transactional(readOnly = true)
    public void write(ArticlePicture picture, OutputStream target) throws IOException {
        pictures.write(picture.id(), target);
    }
}
