blurry =
    .title = Blurry
    .why = A reviewer refuses a document whose text cannot be read at a glance.
    .found = The text is blurred (sharpness { $value } of 100; { $limit } is needed).
    .advice = Hold the phone still with both hands, tap the text so that the camera focuses, and take the photo again.
