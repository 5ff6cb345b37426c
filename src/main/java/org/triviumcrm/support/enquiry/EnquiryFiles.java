package org.triviumcrm.support.enquiry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;

/** Files that customers send along. */
final class EnquiryFiles {

    private static final int MOST = 10;

    private EnquiryFiles() {}

    /** What is wrong with one of them is said with the whole form. */
    static List<SentFile> read(@Nullable List<MultipartFile> files, Errors errors) throws IOException {
        List<SentFile> sent = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name == null || name.isEmpty()) {
                continue;
            }
            if (sent.size() == MOST) {
                errors.reject("support.enquiry.error.files", new Object[] {MOST}, null);
                return sent;
            }
            try {
                sent.add(SentFile.of(name, file.getSize(), file.getInputStream()));
            } catch (RefusedFile refused) {
                errors.reject(refused.key());
            }
        }
        return sent;
    }
}
