package org.triviumcrm.support.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.article.ArticleService;

/** Pictures of articles, for colleagues. */
@Service
public class PictureService {

    /** In bytes: pages show it whole. */
    static final long LARGEST = 5L << 20;

    private static final int MOST = 50;
    private static final Set<String> KINDS = Set.of("image/png", "image/jpeg", "image/gif");

    private final PictureRepository pictures;
    private final ArticleService articles;
    private final Clock clock;

    PictureService(PictureRepository pictures, ArticleService articles, Clock clock) {
        this.pictures = pictures;
        this.articles = articles;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the article */
    @CanAddPictures
    @Transactional(readOnly = true)
    public List<ArticlePicture> of(Viewer viewer, long articleId) {
        articles.page(viewer, articleId);
        return pictures.of(articleId);
    }

    /** Whoever only reads gets what the published words show. @throws NotFound for anything else */
    @CanSeePictures
    @Transactional(readOnly = true)
    public ArticlePicture find(Viewer viewer, long articleId, long id) {
        articles.page(viewer, articleId);
        return pictures.find(articleId, id, viewer.can("support.article.write")).orElseThrow(NotFound::new);
    }

    /** @param picture as {@link #find} gave it to this viewer, in the same request */
    @CanSeePictures
    @Transactional(readOnly = true)
    public void write(Viewer viewer, ArticlePicture picture, OutputStream target) throws IOException {
        pictures.write(picture.id(), target);
    }

    /**
     * @param size in bytes
     * @throws RefusedPicture for what is no picture, too large, or one too many
     */
    @CanAddPictures
    @Transactional(rollbackFor = IOException.class)
    public void add(Viewer viewer, long articleId, AddPicture input, String fileName, long size, InputStream content)
            throws IOException {
        articles.page(viewer, articleId);
        if (pictures.count(articleId) >= MOST) {
            throw new RefusedPicture("support.picture.error.many");
        }
        pictures.add(
                articleId, input.alt().strip(), checked(fileName, size, content), viewer.personId(), clock.instant());
    }

    /** @throws RefusedPicture when some words of the article show it, or did in a version that can be brought back */
    @CanAddPictures
    @Transactional
    public void remove(Viewer viewer, long articleId, long id) {
        find(viewer, articleId, id);
        if (!pictures.remove(articleId, id)) {
            throw new RefusedPicture("support.picture.error.used");
        }
    }

    private static SentFile checked(String fileName, long size, InputStream content) throws IOException {
        if (size > LARGEST) {
            throw new RefusedPicture("support.picture.error.large");
        }
        try {
            SentFile file = SentFile.of(fileName, size, content);
            if (KINDS.contains(file.contentType())) {
                return file;
            }
        } catch (RefusedFile refused) {
            if (size == 0) {
                throw new RefusedPicture("support.picture.error.none");
            }
        }
        throw new RefusedPicture("support.picture.error.kind");
    }
}
