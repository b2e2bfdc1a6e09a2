package org.zaledje.platform.admin.internal.people;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a picture for cameras. */
final class QrCode {

    private static final int QUIET = 4;

    private QrCode() {
    }

    /** An SVG element that holds nothing of the text itself; black on white in every theme, as cameras like it. */
    static String svg(String text, String label) {
        ByteMatrix cells = cells(text);
        int size = cells.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < cells.getHeight(); y++) {
            for (int x = 0; x < cells.getWidth(); x++) {
                if (cells.get(x, y) == 1) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + size + " " + size + "' width='200' height='200' "
                + "role='img' aria-label='" + label.replace("'", "") + "' shape-rendering='crispEdges'>"
                + "<rect width='100%' height='100%' fill='#fff'/><path d='" + path + "' fill='#000'/></svg>";
    }

    private static ByteMatrix cells(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
