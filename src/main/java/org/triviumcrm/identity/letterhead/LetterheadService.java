package org.triviumcrm.identity.letterhead;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Letterhead;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;

/** What stands on the papers of the company. */
@Service
public class LetterheadService {

    /** In bytes: it is read for each paper. */
    private static final int LARGEST_LOGO = 1 << 20;

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");

    private final LetterheadRepository letterheads;
    private final Clock clock;

    LetterheadService(LetterheadRepository letterheads, Clock clock) {
        this.letterheads = letterheads;
        this.clock = clock;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public Letterhead current(Viewer viewer) {
        return letterheads.current();
    }

    /** A file as it was sent. */
    record Logo(String fileName, long size, InputStream content) {}

    /**
     * @param logo another one; null leaves it as it is
     * @param without takes it away
     * @throws RefusedLogo when the file can't be one
     */
    @CanManageLetterhead
    @Transactional
    void save(Viewer viewer, SaveLetterhead input, @Nullable Logo logo, boolean without) {
        SentFile file = logo == null ? null : checked(logo);
        letterheads.save(input, viewer.isJob() ? null : viewer.personId(), clock.instant());
        if (file != null) {
            try (InputStream content = file.content()) {
                letterheads.saveLogo(content.readAllBytes(), file.contentType());
            } catch (IOException e) {
                throw new RefusedLogo("identity.letterhead.error.logo");
            }
        } else if (without) {
            letterheads.saveLogo(null, null);
        }
    }

    private static SentFile checked(Logo logo) {
        try {
            SentFile file = SentFile.of(logo.fileName(), logo.size(), logo.content());
            if (!PICTURES.contains(file.contentType()) || logo.size() > LARGEST_LOGO) {
                throw new RefusedLogo("identity.letterhead.error.logo");
            }
            return file;
        } catch (RefusedFile | IOException e) {
            throw new RefusedLogo("identity.letterhead.error.logo");
        }
    }
}
